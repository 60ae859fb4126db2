import en from "../en/about.json";
import zh from "../zh/about.json";

export const words = { en, zh };
