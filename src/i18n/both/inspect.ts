import en from "../en/inspect.json";
import zh from "../zh/inspect.json";

export const words = { en, zh };
