import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { SettingValues } from '../../../../policy/prose/slots.ts'
import type { PublishedSettings } from '../../../settings/index.ts'

/** What the website is made of besides its words. */
export interface WebsiteTools {
  readonly policy: CompiledPolicy
  /** What the service says of itself now. */
  readonly published: { current(): Promise<PublishedSettings> }
  /** Where the website is reached: over TLS a cookie has a longer name. */
  readonly origin: URL
}

/** The settings that a notice may name. */
export const settingValues = ({ telephone, openingHours, privacyLead }: PublishedSettings): SettingValues => ({
  telephone,
  openingHours,
  privacyLead,
})
