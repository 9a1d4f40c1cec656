/** Where things stand in a histogram, in pixels from its top. Across, all is in percent: a score is its own place. */
export const plot = {
  height: 232,
  /** Where the bars stand. */
  base: 206,
  /** The height of the highest bar. */
  bars: 158,
  /** Where the mark of strong matches begins. */
  labelTop: 4,
};
