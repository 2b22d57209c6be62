/**
 * The search of the site: what is typed becomes an address, and the address is shown. An answer that comes after a later
 * keystroke is dropped; a file of the index that cannot be read is asked for again, and said if it stays away.
 */
import { openSearchIndex, type SearchIndex, SearchIndexError } from '../../../search/open-index.ts';
import { parseQuery } from '../../../search/query.ts';
import { element } from './elements.ts';
import { showPackages } from './package-results.ts';
import { ProgramError, programPart } from './program.ts';
import { searchFiles } from './search-files.ts';
import { isSearch, readState, type SearchState, stateAddress } from './search-state.ts';
import { type SearchView, searchView } from './search-view.ts';

export interface SearchPage {
  /** As someone types. */
  readonly type: (text: string) => void;
  /** As someone has decided. */
  readonly commit: (text: string) => void;
}

/** What a tab shows; it asks `isCurrent` after everything that it waits for. */
export interface Showing {
  readonly view: SearchView;
  readonly state: SearchState;
  readonly index: SearchIndex;
  readonly base: string;
  readonly isCurrent: () => boolean;
  /** Searches for something else. */
  readonly change: (change: Partial<SearchState>) => void;
}

/** Two keys of a fast typist are further apart; this gathers what a paste or a held key sends. */
const PAUSE_MS = 15;
const SLOW_MS = 250;

export function openSearchPage(root: HTMLElement, input: HTMLInputElement): SearchPage {
  const base = root.dataset['base'] ?? '/';
  const view = searchView(root);
  let index: Promise<SearchIndex> | undefined;
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  // Keystrokes in a row are one step of the history.
  let isTyping = false;

  const open = (isFresh: boolean) => {
    const opened = openSearchIndex(searchFiles(base, isFresh));
    opened.catch(() => {
      if (index === opened) index = undefined;
    });
    return opened;
  };

  const show = async (state: SearchState, isSecondTry = false): Promise<void> => {
    const mine = ++turn;
    const isCurrent = () => mine === turn;
    const slow = setTimeout(() => isCurrent() && view.wait(), SLOW_MS);
    view.open(state, parseQuery(state.text), change);
    try {
      index ??= open(isSecondTry);
      const showing: Showing = { view, state, index: await index, base, isCurrent, change };
      if (!isCurrent()) return;
      if (state.tab === 'commands') {
        const { showCommands } = await programPart(() => import('./command-results.ts'));
        await showCommands(showing);
      } else if (state.tab === 'docs') {
        const { showProse } = await programPart(() => import('./prose-results.ts'));
        await showProse(showing);
      } else await showPackages(showing);
      if (isCurrent()) view.done(state);
    } catch (error) {
      if (!isCurrent()) return;
      if (error instanceof SearchIndexError && !isSecondTry) {
        // The gallery may have been built anew since this page was opened.
        index = undefined;
        await show(state, true);
        return;
      }
      index = undefined;
      view.fail(...failure(error, () => void show(state, true)));
    } finally {
      clearTimeout(slow);
    }
  };

  const go = (state: SearchState, isStep: boolean) => {
    clearTimeout(pause);
    const address = stateAddress(state);
    if (address !== location.search) {
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    void show(state);
  };

  const change = (part: Partial<SearchState>) => {
    isTyping = false;
    const state = { ...readState(location.search), ...part };
    if (part.text !== undefined) input.value = part.text;
    go(state, true);
  };

  const follow = () => {
    isTyping = false;
    const state = readState(location.search);
    input.value = state.text;
    turn++;
    clearTimeout(pause);
    if (isSearch(location.search)) void show(state);
    else view.close();
  };

  addEventListener('popstate', follow);
  if (isSearch(location.search)) follow();

  return {
    type: (text) => {
      clearTimeout(pause);
      const isStep = !isTyping;
      isTyping = true;
      // The step is made at once, so that going back leads to what was there before.
      const state = { ...readState(location.search), text };
      const address = stateAddress(state);
      if (isStep && address !== location.search) history.pushState(null, '', address);
      pause = setTimeout(() => go(state, false), PAUSE_MS);
    },
    commit: (text) => change({ text }),
  };
}

/** What is wrong, and a button that may help. */
function failure(error: unknown, tryAgain: () => void): readonly [reason: string, button: HTMLElement] {
  const button = (title: string, act: () => void) => {
    const made = element('button', { type: 'button', class: 'quiet-button' }, title);
    made.addEventListener('click', act);
    return made;
  };
  if (!(error instanceof ProgramError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`A part of the search index cannot be read: ${reason}.`, button('Try again', tryAgain)];
  }
  if (!navigator.onLine)
    return ['A part of the search cannot be loaded: this device is offline.', button('Try again', tryAgain)];
  // Its name is of this page's own build, so only a new page knows the name that it has now.
  return [
    'A part of the search is not there any more. The gallery may have been built anew since this page was opened.',
    button('Reload the page', () => location.reload()),
  ];
}
