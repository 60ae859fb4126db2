// Core first: the gradients ask for its flags as they load.
import "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { expose } from "comlink";
import { browserSources } from "./browser-sources";
import { LaneHost } from "./lane-host";
import { wasmLanes } from "./wasm-lanes";

expose(new LaneHost(wasmLanes(browserSources)));
