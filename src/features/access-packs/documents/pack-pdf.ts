import { renderPdf, UnprintableText } from '../../../platform/documents/render-pdf.ts'
import { plainDate } from '../../../ui/dates.ts'
import type { PackPaper, PackToTake } from '../data/taken-packs.ts'
import { fieldWords } from '../domain/words.ts'
import { fileNameOf } from './pack-archive.ts'
import { recordsOf } from './pack-json.ts'
import type { SupplementPart } from './supplement.ts'

const template = `#import "/parts.typ": sheet, prose
#show: sheet.with(inputs.reference, none)
#set heading(numbering: none)
= #inputs.title
#for line in inputs.opening { par(line) }
#outline(title: [What is in it], depth: 2)
#for part in inputs.parts {
  heading(level: 2, part.title)
  for record in part.records {
    block(breakable: true, {
      if record.at != none { par(strong(record.at)) }
      for field in record.fields {
        par({ strong(field.at(0)); [: ]; field.at(1).replace("\\r\\n", "\\n").split("\\n").join(linebreak()) })
      }
      line(length: 100%, stroke: 0.4pt + luma(180))
    })
  }
}
#for part in inputs.about {
  heading(level: 2, part.heading)
  for line in part.lines { par(line) }
}
`

/** The same words in every pack, whatever stays: what stays must not be told by what is said of it. */
export const whatStays =
  'Where a text also tells of somebody else, what tells of them may be taken out; it then says “[taken out]”. Some things we may not give or need not give, and some of them the law lets us neither say that we have nor that we have not. This is said in every answer that we give, also where there is no such thing.'

/** Prints a pack to read. A character that no font can show is printed as a question mark. */
export async function packPdf(
  pack: PackToTake,
  papers: readonly PackPaper[],
  about: readonly SupplementPart[],
  service: string,
): Promise<Buffer> {
  const { head } = pack
  const records = Map.groupBy(recordsOf(pack.items), (it) => it.title)
  const title = `What we hold about ${head.name}`
  const inputs = {
    ...{ title, reference: head.reference },
    opening: [
      `${service} collected this on ${plainDate(head.collectedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}.`,
      whatStays,
    ],
    parts: [...records].map(([name, of]) => ({
      title: name,
      records: of.map(({ at, fields }) => ({
        at: at && plainDate(Temporal.PlainDate.from(at)),
        fields: Object.entries(fields).map(([field, text]) => [fieldWords(field), text]),
      })),
    })),
    about: [...paperList(papers), ...about],
  }
  const request = { template, title, language: 'en-GB', author: service, created: head.collectedAt } as const
  try {
    return await renderPdf({ ...request, inputs })
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error
    return renderPdf({
      ...request,
      title: printable(title, error),
      inputs: JSON.parse(printable(JSON.stringify(inputs), error)),
    })
  }
}

const paperList = (papers: readonly PackPaper[]): SupplementPart[] =>
  papers.length === 0
    ? []
    : [
        {
          heading: 'Documents',
          lines: [
            'They are in the archive, under these names.',
            ...papers.map((it, at) => `${fileNameOf(it.media_type, at)}: ${it.name}`),
          ],
        },
      ]

const printable = (text: string, { characters }: UnprintableText): string =>
  characters.reduce((all, it) => all.replaceAll(JSON.stringify(it).slice(1, -1), '?').replaceAll(it, '?'), text)
