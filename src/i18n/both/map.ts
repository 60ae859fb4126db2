import en from "../en/map.json";
import zh from "../zh/map.json";

export const words = { en, zh };
