/** How much of a request is for another controller to answer. */
export const covers = ['all', 'part'] as const
export type Covers = (typeof covers)[number]

export const coversWords: Readonly<Record<Covers, string>> = {
  all: 'All of it: we answer nothing ourselves',
  part: 'A part of it: the rest we answer ourselves',
}

export const passingWays = ['email', 'their_website', 'post', 'telephone', 'by_hand'] as const
export type PassingWay = (typeof passingWays)[number]

export const passingWayWords: Readonly<Record<PassingWay, string>> = {
  email: 'By e-mail that nobody else can read',
  their_website: 'On their own website',
  post: 'By post',
  telephone: 'By telephone',
  by_hand: 'By hand',
}
