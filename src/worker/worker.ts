// Core first: the gradients ask for its flags as they load.
import "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { expose } from "comlink";
import { browserSources } from "./browser-sources";
import { connectLanes } from "./connect-lanes";
import { CoreShare } from "./core-share";
import { ExperimentTrainer } from "./trainer";

const share = new CoreShare(navigator.locks, navigator.hardwareConcurrency || 1);

expose(new ExperimentTrainer({ ...browserSources, connectLanes, cores: () => share.current() }));
