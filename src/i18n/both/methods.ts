import en from "../en/methods.json";
import zh from "../zh/methods.json";

export const words = { en, zh };
