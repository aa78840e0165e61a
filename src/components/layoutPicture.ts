import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Picture, PictureArrow, PictureState } from '../kms/chart-picture.ts';
import type { LaidOut } from '../widgets/laidOut.ts';

const CHARACTER = 6.6;
const LINE = 15;

/** Lays a picture out at build time; nothing of the layout engine reaches the page. */
export const layoutPicture = async (picture: Picture, direction: 'DOWN' | 'RIGHT' = 'DOWN'): Promise<LaidOut> => {
  const labels = picture.arrows.map(({ by }) => by.map(({ name }) => name));
  const graph: ElkNode = await new ELK().layout({
    id: 'picture',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '36',
      'elk.layered.spacing.nodeNodeBetweenLayers': '46',
      'elk.spacing.edgeNode': '18',
      'elk.spacing.edgeEdge': '12',
      'elk.edgeLabels.inline': 'false',
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: picture.states.map((state) => ({ id: state, width: Math.max(110, state.length * 8.4 + 44), height: 38 })),
    edges: picture.arrows.map(({ from, to }, index) => ({
      id: String(index),
      sources: [from],
      targets: [to],
      labels: [
        {
          id: `label-${index}`,
          text: (labels[index] ?? []).join('\n'),
          width: Math.max(...(labels[index] ?? ['']).map((line) => line.length * CHARACTER)) + 8,
          height: (labels[index] ?? []).length * LINE + 2,
        },
      ],
    })),
  });
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    states: (graph.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => ({
      state: id as PictureState,
      x,
      y,
      width,
      height,
    })),
    arrows: (graph.edges ?? []).map((edge, index) => {
      const [section] = edge.sections ?? [];
      const label = edge.labels?.[0];
      const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
      return {
        ...(picture.arrows[index] as PictureArrow),
        path: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''),
        label: { x: round((label?.x ?? 0) + 4), y: round((label?.y ?? 0) + 11), lines: labels[index] ?? [] },
      };
    }),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;
