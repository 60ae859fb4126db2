import en from "../en/results.json";
import zh from "../zh/results.json";

export const words = { en, zh };
