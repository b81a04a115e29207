import type { Content } from '../../../../ui/components/common.ts'
import { Tag } from '../../../../ui/components/tag.tsx'
import { ZoneBar, type ZoneKind, ZoneTag } from '../../../../ui/components/zone.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import {
  type LegalQuality,
  legalQualities,
  qualityWords,
  savedFor,
  wordsOfZone,
  type Zone,
  zonePath,
} from '../../domain/zones.ts'

/** How the two parties are called. */
export interface ZoneNames {
  readonly a: string
  readonly b: string
}

const kinds: Readonly<Record<Zone, ZoneKind>> = { A: 'a', B: 'b', both: 'joint', office: 'office' }

/** To whom a thing belongs, as its word behind a bar of its colour. */
export const ZoneMark = ({ zone, names }: { readonly zone: Zone; readonly names: ZoneNames }) => (
  <ZoneTag zone={kinds[zone]} words={wordsOfZone(zone, names)} />
)

/** A part of a page that belongs to one zone. */
export const InZone = (props: { readonly zone: Zone; readonly names: ZoneNames; readonly children: Content }) => (
  <ZoneBar zone={kinds[props.zone]} words={wordsOfZone(props.zone, props.names)}>
    {props.children}
  </ZoneBar>
)

export const QualityTag = ({ quality }: { readonly quality: LegalQuality }) => (
  <Tag colour={quality === 'open' ? 'teal' : 'purple'}>{qualityWords[quality]}</Tag>
)

const hints: Readonly<Record<LegalQuality, string>> = {
  open: 'A fact or a paper that may be shown to a court, such as a bank statement',
  without_prejudice: 'What was said, offered or proposed in mediation. It may not be shown to a court',
}

/** Asks for the legal quality of what is being written. */
export const QualityField = ({
  form,
  name = 'legal_quality',
}: {
  readonly form: FormState
  readonly name?: string
}) => (
  <RadiosField
    form={form}
    name={name}
    legend="Legal quality"
    legendSize="s"
    items={legalQualities.map((value) => ({ value, content: qualityWords[value], hint: hints[value] }))}
  />
)

/** One link for each zone: whose it is comes before it is written, so that the zone can stand beside the field. */
export const ZoneLinks = (props: {
  readonly names: ZoneNames
  readonly zones: readonly Zone[]
  readonly href: (path: string) => string
}) => (
  <ul class="govuk-list govuk-list--spaced">
    {props.zones.map((zone) => {
      const link = (
        <a class="govuk-link" href={props.href(zonePath(zone))}>
          {wordsOfZone(zone, props.names)}
        </a>
      )
      return (
        <li>
          <ZoneTag zone={kinds[zone]} words={link} />
        </li>
      )
    })}
  </ul>
)

/** The words of the button that saves: "Save for Alex only". */
export const saveWords = (verb: string, zone: Zone, names: ZoneNames): string => `${verb} for ${savedFor(zone, names)}`
