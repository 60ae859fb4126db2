import en from "../en/playground.json";
import zh from "../zh/playground.json";

export const words = { en, zh };
