import type { CompiledRetention } from '../compiled.ts'
import { eventWords } from '../prose/events.ts'
import { durationInWords, sentence } from '../prose/words.ts'
import { type NoticeSection, paragraph, table } from './blocks.ts'
import { liveRetention, type Writer } from './writer.ts'

const howLong = (rule: CompiledRetention): string =>
  rule.cap
    ? `${durationInWords(rule.keep)}; if it is opened again the time starts anew, but it ends after ${durationInWords(rule.cap)} at the latest`
    : durationInWords(rule.keep)

/** How long each thing is kept, counted from what, and why. */
export const keepingSection = (writer: Writer): NoticeSection => ({
  id: 'keeping',
  heading: 'How long we keep it',
  blocks: [
    paragraph(writer.text('keeping')),
    table(
      'How long we keep each thing',
      ['What', 'How long', 'Counted from', 'Why'],
      liveRetention(writer).map(([, rule]) => [
        writer.fill(rule.title),
        sentence(howLong(rule)),
        sentence(eventWords[rule.from]),
        writer.fill(rule.why),
      ]),
    ),
    paragraph(
      'We keep something longer if a court, a complaint or your own request needs it. When that has ended, so does the keeping.',
    ),
    paragraph(writer.text('paper')),
  ],
})
