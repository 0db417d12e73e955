/** The commands that the links of a hover or a finding may run; anything else in their text stays text. */
export const commandsInMarkdown = ['readout.goTo'] as const;
