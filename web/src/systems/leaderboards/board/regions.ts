const names: Record<string, string> = {
  eu: "Europe",
  na: "North America",
  sa: "South America",
  asia: "Asia",
  oceania: "Oceania",
  africa: "Africa",
};

/** What a region is called; one that is not known yet by its own name. */
export const regionName = (region: string) => names[region] ?? region;
