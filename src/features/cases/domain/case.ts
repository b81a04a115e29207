/** The two parties are equal: A is not "the client". */
export type Side = 'A' | 'B'

export type Topic = 'children' | 'money' | 'both'

export type CaseOutcome = 'agreement' | 'part_agreement' | 'no_agreement' | 'miam_only' | 'not_suitable' | 'withdrawn'
