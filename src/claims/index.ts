import type { LessonClaims } from "./claim";
import { loraClaims } from "./lora";

/** What the lessons rest on, in their order. */
export const lessonClaims: readonly LessonClaims[] = [loraClaims];
