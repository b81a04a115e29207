/** A way to settle without a court, of which a mediator informs everybody who comes to a MIAM. */
interface WayOutOfCourt {
  readonly key: string
  readonly words: string
}

/** The ways as the rule in force on the day of the MIAM names them. It names these "including but not limited to". */
interface WaysInForce {
  /** ISO date of the first day on which the rule applied. */
  readonly inForceFrom: string
  readonly source: string
  readonly ways: readonly WayOutOfCourt[]
}

const mediation = { key: 'mediation', words: 'Mediation' }
const arbitration = { key: 'arbitration', words: 'Arbitration' }
const collaborative = { key: 'collaborative', words: 'Collaborative law' }

/** Newest first. */
const inForce: readonly WaysInForce[] = [
  {
    inForceFrom: '2024-04-29',
    source: 'Family Procedure Rules 2010, rules 2.3 and 3.9(2)(a), as amended by SI 2023/1324',
    ways: [
      mediation,
      arbitration,
      {
        key: 'evaluation',
        words: 'Evaluation by a neutral third party, such as a private financial dispute resolution hearing',
      },
      collaborative,
    ],
  },
  {
    inForceFrom: '2014-04-22',
    source: 'Family Procedure Rules 2010, rule 3.9(2)(a), as made by SI 2014/843',
    ways: [mediation, arbitration, collaborative],
  },
]

/** What a mediator informs of at a MIAM on a day. Throws for a day before there was a rule. */
export function waysOn(day: Temporal.PlainDate): WaysInForce {
  const found = inForce.find((it) => it.inForceFrom <= day.toString())
  if (!found) throw new RangeError('no rule on MIAMs was in force on that day')
  return found
}

/** Every way that some rule has named, by its key. */
export const wayOutOfCourtWords: ReadonlyMap<string, string> = new Map(
  inForce.flatMap((it) => it.ways.map((way) => [way.key, way.words] as const)),
)
