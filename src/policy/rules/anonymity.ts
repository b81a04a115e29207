import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'

/** Below five, a number in a table can be a neighbour. */
const leastThreshold = 5

export const trulyAnonymous: Rule = {
  id: 'N10',
  title: 'What is called anonymous has a method that makes it so',
  find: (policy) => [
    ...entriesOf(policy.statistics).flatMap(([name, statistic]) => {
      const found: Fault[] = []
      if (!statistic.threshold || statistic.threshold < leastThreshold)
        found.push(
          fault(
            `statistics.${name}.threshold`,
            `"${statistic.title}" is called anonymous, but small numbers are not hidden. Five is the least.`,
          ),
        )
      else if (!statistic.round)
        found.push(
          fault(
            `statistics.${name}.round`,
            `"${statistic.title}" is not rounded, so a hidden number can be found by subtraction.`,
          ),
        )
      else if (!statistic.cadence)
        found.push(
          fault(
            `statistics.${name}.cadence`,
            `"${statistic.title}" is counted live, so one person more or less can be seen. Say how often it is made.`,
          ),
        )
      return found
    }),
    ...entriesOf(policy.roles).flatMap(([name, role]) =>
      role.may.flatMap(({ view }, index) =>
        view === 'anonymised'
          ? [
              fault(
                `roles.${name}.may.${index}.view`,
                'A file without names is still about somebody. Call it pseudonymised, and keep guarding it.',
              ),
            ]
          : [],
      ),
    ),
  ],
}
