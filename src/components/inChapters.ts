/**
 * What a chapter may place without importing it. Components of the notebook and widgets (as .astro wrappers that
 * hydrate an island) are listed here; `npm run check` types their use in every .mdx.
 */

import AccessMatrix from './AccessMatrix.astro';
import AlarmTimeline from './AlarmTimeline.astro';
import AliasNames from './AliasNames.astro';
import AliasRules from './AliasRules.astro';
import AliasStream from './AliasStream.astro';
import CacheMeter from './CacheMeter.astro';
import CheatSheet from './CheatSheet.astro';
import DataKeyLab from './DataKeyLab.astro';
import EnvelopeStage from './EnvelopeStage.astro';
import ErrorHunt from './ErrorHunt.astro';
import EventRule from './EventRule.astro';
import Exercise from './Exercise.astro';
import Fact from './Fact.astro';
import FactNote from './FactNote.astro';
import Figure from './Figure.astro';
import FileLab from './FileLab.astro';
import ImportWorkshop from './ImportWorkshop.astro';
import InsideKms from './InsideKms.astro';
import KeyKinds from './KeyKinds.astro';
import KeyLab from './KeyLab.astro';
import KeyStateDiagram from './KeyStateDiagram.astro';
import KeyStateTable from './KeyStateTable.astro';
import KeyStoreBench from './KeyStoreBench.astro';
import MarginNote from './MarginNote.astro';
import OriginScales from './OriginScales.astro';
import PatternWorkbench from './PatternWorkbench.astro';
import PolicyEditor from './PolicyEditor.astro';
import Predict from './Predict.astro';
import Pretest from './Pretest.astro';
import Recall from './Recall.astro';
import Refute from './Refute.astro';
import RegionMap from './RegionMap.astro';
import RequestJourney from './RequestJourney.astro';
import RotationLayers from './RotationLayers.astro';
import SharedProperties from './SharedProperties.astro';
import SourceNote from './SourceNote.astro';
import Term from './Term.astro';
import Terminal from './Terminal.astro';
import TermNote from './TermNote.astro';
import TrailLog from './TrailLog.astro';
import Wiretap from './Wiretap.astro';

export const inChapters = {
  AccessMatrix,
  AlarmTimeline,
  AliasNames,
  AliasRules,
  AliasStream,
  CacheMeter,
  CheatSheet,
  DataKeyLab,
  EnvelopeStage,
  ErrorHunt,
  EventRule,
  Exercise,
  Fact,
  FactNote,
  FileLab,
  Figure,
  ImportWorkshop,
  InsideKms,
  KeyKinds,
  KeyLab,
  KeyStateDiagram,
  KeyStateTable,
  KeyStoreBench,
  MarginNote,
  OriginScales,
  PatternWorkbench,
  PolicyEditor,
  Predict,
  Pretest,
  Recall,
  Refute,
  RegionMap,
  RequestJourney,
  RotationLayers,
  SharedProperties,
  SourceNote,
  Term,
  TermNote,
  Terminal,
  TrailLog,
  Wiretap,
};
