namespace FastTrackBot.Sandbox;
