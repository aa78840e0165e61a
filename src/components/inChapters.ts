/**
 * What a chapter may place without importing it. Components of the notebook and widgets (as .astro wrappers that
 * hydrate an island) are listed here; `npm run check` types their use in every .mdx.
 */
import Fact from './Fact.astro';
import FactNote from './FactNote.astro';
import Figure from './Figure.astro';
import InsideKms from './InsideKms.astro';
import KeyLab from './KeyLab.astro';
import KeyStateDiagram from './KeyStateDiagram.astro';
import KeyStateTable from './KeyStateTable.astro';
import MarginNote from './MarginNote.astro';
import Predict from './Predict.astro';
import Pretest from './Pretest.astro';
import Recall from './Recall.astro';
import Refute from './Refute.astro';
import SourceNote from './SourceNote.astro';
import Term from './Term.astro';
import TermNote from './TermNote.astro';

export const inChapters = {
  Fact,
  FactNote,
  Figure,
  InsideKms,
  KeyLab,
  KeyStateDiagram,
  KeyStateTable,
  MarginNote,
  Predict,
  Pretest,
  Recall,
  Refute,
  SourceNote,
  Term,
  TermNote,
};
