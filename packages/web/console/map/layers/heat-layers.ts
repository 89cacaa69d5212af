import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";

/** From few cases to many, in one hue: green, yellow and red mean time. */
export const heatColours = {
  light: ["rgba(42,94,168,0)", "#a9c6ec", "#6b9bdc", "#2a5ea8", "#17386b"],
  dark: ["rgba(134,176,234,0)", "#244067", "#3e6cab", "#86b0ea", "#e2eefd"],
} as const;

/** How much a square weighs beside the fullest one in sight; the root lets the middling ones show. */
export const heatWeight = (most: number): ExpressionSpecification => [
  "sqrt",
  ["min", 1, ["/", ["get", "count"], Math.max(1, most)]],
];

export function heatLayers(isDark: boolean): LayerSpecification[] {
  const [none, few, some, many, most] = heatColours[isDark ? "dark" : "light"];
  return [
    {
      id: "case-heat",
      type: "heatmap",
      source: "cases",
      "source-layer": "heat",
      paint: {
        "heatmap-weight": heatWeight(1),
        // Squares lie 32 pixels apart up to zoom 15, where the last tile is, and twice as far with every zoom beyond.
        "heatmap-radius": ["interpolate", ["exponential", 2], ["zoom"], 8, 28, 15, 40, 18, 320],
        "heatmap-intensity": 0.75,
        "heatmap-color": [
          "interpolate",
          ["linear"],
          ["heatmap-density"],
          0,
          none,
          0.12,
          few,
          0.35,
          some,
          0.65,
          many,
          1,
          most,
        ],
        "heatmap-opacity": 0.8,
      },
    },
  ];
}
