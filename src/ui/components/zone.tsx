import { type Content, classNames, type Options } from './common.ts'

/** To whom a part of the file belongs: one party, the other, both, or the office alone. */
export type ZoneKind = 'a' | 'b' | 'joint' | 'office'

export type ZoneTagProps = {
  readonly zone: ZoneKind
  /** The zone in words: "Alex only", "Sam only", "Both", "Office only". It is never told by colour alone. */
  readonly words: Content
}
export type ZoneBarProps = ZoneTagProps & Options<{ classes?: string; children: Content }>

/** The zone of one thing, as its word behind a bar of its colour. */
export const ZoneTag = ({ zone, words }: ZoneTagProps) => <span class={`ev-zone-tag ev-zone--${zone}`}>{words}</span>

/** A part of a page that belongs to one zone: a bar at its side and the zone's word at its top. */
export const ZoneBar = ({ zone, words, classes, children }: ZoneBarProps) => (
  <div class={classNames('ev-zone-bar', `ev-zone--${zone}`, classes)}>
    <ZoneTag zone={zone} words={words} />
    {children}
  </div>
)

/** The words of a zone for two parties by the names that they go by. */
export const zoneWords = (zone: ZoneKind, names: { readonly a: string; readonly b: string }): string =>
  ({ a: `${names.a} only`, b: `${names.b} only`, joint: 'Both', office: 'Office only' })[zone]
