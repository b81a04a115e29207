import type { Content } from './common.ts'

export type TopBarProps = {
  /** What it is, for a screen reader: "Demonstration". */
  readonly label: string
  readonly children: Content
}

/** A slim bar above everything, for a page's `banner`. Buttons in it have the class `ev-small-button`. */
export const TopBar = ({ label, children }: TopBarProps) => (
  <aside class="ev-top-bar ev-no-print" aria-label={label}>
    <div class="govuk-width-container ev-top-bar__inside">{children}</div>
  </aside>
)
