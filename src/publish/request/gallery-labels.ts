/** The labels that a gallery's repository has: what state a request is in, which form an issue was made with, and what a maintainer allows. */
import { RULES } from '../../rules/index.ts';
import { ALLOW_LABEL } from './approvals.ts';
import type { ISSUE_FORMS } from './issue-forms.ts';

export interface GalleryLabel {
  readonly name: string;
  /** Six hex digits, as GitHub takes it. */
  readonly colour: string;
  /** At most 100 characters. */
  readonly description: string;
}

const FORM_DESCRIPTIONS: Readonly<Record<keyof typeof ISSUE_FORMS, string>> = {
  publish: 'Asks for a package to be published',
  unlist: 'Asks for versions to be unlisted or relisted',
  ownership: 'Claims a package, or changes its owners',
  report: 'Reports a package to the maintainers',
  dispute: 'Asks the maintainers to settle a disagreement',
  licence: 'Reports a licence violation to the maintainers',
};

/** In the order of a page that lists them. GitHub gives a form's label to an issue only when it is there already. */
export const GALLERY_LABELS: readonly GalleryLabel[] = [
  { name: 'pwshelf: accepted', colour: '0e8a16', description: 'Accepted; it is merged without a person' },
  { name: 'pwshelf: waiting', colour: 'bfd4f2', description: 'Accepted when its waiting period is over' },
  { name: 'pwshelf: needs review', colour: 'fbca04', description: 'A maintainer has to decide' },
  {
    name: 'pwshelf: rejected',
    colour: 'd93f0b',
    description: 'Something has to be mended first; the comment says what',
  },
  ...Object.entries(FORM_DESCRIPTIONS).map(([name, description]) => ({
    name,
    colour: '5319e7',
    description,
  })),
  ...RULES.filter(({ isForReview = false }) => isForReview).map(({ code }) => ({
    name: ALLOW_LABEL + code,
    colour: '006b75',
    description: 'A maintainer lets it in, and says why in a comment',
  })),
];
