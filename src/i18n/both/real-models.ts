import en from "../en/real-models.json";
import zh from "../zh/real-models.json";

export const words = { en, zh };
