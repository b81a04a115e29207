import type { Id } from '../../../values/ids.ts'
import type { DestructionPlan, EndingTable } from '../domain/plan.ts'

/** A row that goes, and the case or enquiry with which it goes. */
export interface Going {
  readonly id: Id
  readonly thing: Id
}

/** What goes with some cases or enquiries: each row once, with one of them. */
export class Gathering {
  readonly #rows = new Map<EndingTable, Map<Id, Id>>()
  readonly #files = new Map<Id, string[]>()

  add(table: EndingTable, going: readonly Going[]): void {
    const rows = this.#rows.get(table) ?? new Map<Id, Id>()
    this.#rows.set(table, rows)
    for (const { id, thing } of going) if (!rows.has(id)) rows.set(id, thing)
  }

  /** Rows that go with what they refer to: the first of the references that is known, each of the table at its place or of the one. */
  addOf(
    owners: EndingTable | readonly EndingTable[],
    table: EndingTable,
    found: readonly (readonly [id: Id, references: readonly (Id | null)[]])[],
  ): void {
    const going = found.flatMap(([id, references]) => {
      const thing = references.map((it, place) => this.#ownerOf(owners, it, place)).find((it) => it !== null)
      return thing ? [{ id, thing }] : []
    })
    this.add(table, going)
  }

  #ownerOf(owners: EndingTable | readonly EndingTable[], id: Id | null, place: number): Id | null {
    if (typeof owners === 'string') return this.ownerOf(owners, id)
    const own = owners[place]
    return (own && this.ownerOf(own, id)) ?? null
  }

  addFile(thing: Id, name: string): void {
    this.#files.set(thing, [...(this.#files.get(thing) ?? []), name])
  }

  /** With what a row goes; null when it does not go. */
  ownerOf(table: EndingTable, id: Id | null): Id | null {
    return id === null ? null : (this.#rows.get(table)?.get(id) ?? null)
  }

  ids(table: EndingTable): Id[] {
    return [...(this.#rows.get(table)?.keys() ?? [])]
  }

  /** Every row that goes, whatever its table. */
  everything(): ReadonlyMap<Id, Id> {
    return new Map([...this.#rows.values()].flatMap((rows) => [...rows]))
  }

  plans(things: readonly Id[]): ReadonlyMap<Id, DestructionPlan> {
    const plans = new Map(things.map((id) => [id, { rows: this.#empty(), files: this.#files.get(id) ?? [] }]))
    for (const [table, rows] of this.#rows) for (const [id, thing] of rows) plans.get(thing)?.rows[table]?.push(id)
    return plans
  }

  #empty(): Partial<Record<EndingTable, Id[]>> {
    return Object.fromEntries([...this.#rows.keys()].map((table) => [table, []]))
  }
}
