import en from "../en/closer.json";
import zh from "../zh/closer.json";

export const words = { en, zh };
