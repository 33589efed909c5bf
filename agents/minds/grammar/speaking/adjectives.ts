/** What moods and manners are called: these words stand before a noun ("a tense film"), where a topic stands after it. */
const ADJECTIVES = new Set(
  `absurd antiwar atmospheric bittersweet bleak bold calm charming cheerful clever cold cosy dark dramatic dreamlike eerie emotional
  epic erotic exciting experimental funny gentle grim gritty gory gripping haunting heartbreaking heartwarming hilarious hopeful humorous
  hypnotic inspiring intense ironic lavish light lyrical magical meditative melancholic minimalist moody moving mysterious nonlinear
  nostalgic offbeat optimistic poetic profound provocative psychedelic quiet quirky raw realistic relaxing romantic sad satirical scary
  sensual serious sexy short silly slow spooky strange stylish stylised subtle surreal suspenseful sweet tense touching tragic unsettling
  uplifting violent visceral warm weird whimsical witty wry`.split(/\s+/u),
);
const COMPOUND =
  /-(?:packed|paced|provoking|bending|friendly|drawn|good|warming|breaking|free|based|made|like)$/u;
const PHRASES = new Set(["black and white", "slow burn", "slow-burn", "feel good", "visually stunning"]);

/** Whether a catalogue's word can stand before the noun: "tense", "feel-good", "slow burn". */
export function isAdjective(value: string): boolean {
  return ADJECTIVES.has(value) || PHRASES.has(value) || COMPOUND.test(value);
}
