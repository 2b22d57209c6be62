/** Commands that a query finds: which of them there are, and which packages bring them. */

import { formatCount } from '../../../report/format-text.ts';
import { type CommandMatch, findCommands, synopsisOf } from '../../../search/find-commands.ts';
import { markedWords } from '../../../search/highlight.ts';
import { parseQuery } from '../../../search/query.ts';
import { element } from './elements.ts';
import { commandRow } from './result-rows.ts';
import type { Showing } from './search-page.ts';

const ROWS = 20;

export async function showCommands(showing: Showing): Promise<void> {
  const { view, state, index, isCurrent } = showing;
  const query = parseQuery(state.text);
  const { matches, notes } = await findCommands(index, query);
  if (!isCurrent()) return;
  view.notes([...query.notes, ...notes]);
  const isAsked = query.groups.length > 0;
  view.status(isAsked ? `${formatCount(matches.length, 'command')} for “${state.text.trim()}”` : '');
  if (matches.length > 0) await showRows(showing, matches, markedWords(query), ROWS);
  else if (!isAsked) view.empty();
  else {
    view.empty(
      element('p', { class: 'search-empty' }, 'No command is called so, and none has such a parameter.'),
      element(
        'p',
        {},
        'Words begin at capitals and after hyphens: “vault” finds Get-AzVault. With a * the rest is open: *-Vault*.',
      ),
    );
  }
}

async function showRows(
  showing: Showing,
  matches: readonly CommandMatch[],
  words: readonly string[],
  limit: number,
): Promise<void> {
  const { view, index, base, isCurrent } = showing;
  const rows = await Promise.all(
    matches.slice(0, limit).map(async (match) => {
      const [details, synopsis] = await Promise.all([index.details(match.package), synopsisOf(index, match)]);
      return commandRow(base, match, details, synopsis, words);
    }),
  );
  if (!isCurrent()) return;
  view.rows(
    rows,
    matches.length > limit ? () => void showRows(showing, matches, words, limit + ROWS) : undefined,
  );
}
