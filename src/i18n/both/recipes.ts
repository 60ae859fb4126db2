import en from "../en/recipes.json";
import zh from "../zh/recipes.json";

export const words = { en, zh };
