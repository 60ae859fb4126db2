import { Preferences } from "../features/preferences/Preferences";
import { PreferenceProvider } from "../preference-view/PreferenceProvider";
import { preferenceRace } from "./preference-race";

/** The page of preferences with its race. */
export function PreferencesRoute() {
  return (
    <PreferenceProvider race={preferenceRace}>
      <Preferences />
    </PreferenceProvider>
  );
}
