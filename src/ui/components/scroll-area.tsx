import type { Content } from './common.ts'

export type ScrollAreaProps = {
  /** What is in it, for someone who comes to it by keyboard. */
  readonly label: string
  readonly children: Content
}

/** Lets a wide table scroll by itself on a narrow screen; it can be reached and moved by keyboard. */
export const ScrollArea = ({ label, children }: ScrollAreaProps) => (
  <section class="ev-scroll" aria-label={label} tabindex={0}>
    {children}
  </section>
)
