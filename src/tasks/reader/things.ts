/** An item of the reader's world: the token that names it, how it is drawn, and its two attributes. */
export interface Thing {
  readonly name: string;
  readonly picture: string;
  readonly attributes: Readonly<Record<Attribute, string>>;
}

/** What can be asked of a thing, with the two label words: each splits the 48 things in half, and no label tells the other. */
export const labelWords = { kind: ["animal", "object"], size: ["big", "small"] } as const;
export type Attribute = keyof typeof labelWords;
export const attributes = ["kind", "size"] as const satisfies readonly Attribute[];

const groups: readonly (readonly [kind: string, size: string, things: string])[] = [
  [
    "animal",
    "big",
    "elephant 🐘 whale 🐋 giraffe 🦒 bear 🐻 horse 🐎 cow 🐄 camel 🐪 gorilla 🦍 hippo 🦛 rhino 🦏 crocodile 🐊 shark 🦈",
  ],
  [
    "animal",
    "small",
    "ant 🐜 bee 🐝 mouse 🐁 snail 🐌 frog 🐸 butterfly 🦋 chick 🐤 ladybird 🐞 cricket 🦗 lizard 🦎 hamster 🐹 shrimp 🦐",
  ],
  [
    "object",
    "big",
    "house 🏠 ship 🚢 train 🚂 bus 🚌 castle 🏰 bridge 🌉 tower 🗼 rocket 🚀 truck 🚚 factory 🏭 tractor 🚜 helicopter 🚁",
  ],
  [
    "object",
    "small",
    "key 🔑 ring 💍 pin 📌 clip 📎 dice 🎲 pill 💊 watch ⌚ battery 🔋 bell 🔔 thread 🧵 spoon 🥄 lipstick 💄",
  ],
];

/** The 48 things, twelve of each kind and size. To the model each is one token, and says nothing of what it names. */
export const things: readonly Thing[] = groups.flatMap(([kind, size, text]) => {
  const words = text.split(" ");
  return words.flatMap((name, i) =>
    i % 2 === 0 ? [{ name, picture: words[i + 1]!, attributes: { kind, size } }] : [],
  );
});
