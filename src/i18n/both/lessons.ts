import en from "../en/lessons.json";
import zh from "../zh/lessons.json";

export const words = { en, zh };
