using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Dns;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Hosting;
using FastTrackBot.Platform.Storage;
#if DEBUG
using FastTrackBot.Sandbox;
#endif

// The watcher of the settings files would wake at each write to the store, which lies in a folder beside them.
var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);

builder.Services.AddStorage();
builder.Services.AddBotFramework<FastTrackHandler>();
builder.Services.AddBotCredential();
builder.Services.AddGraph(builder.Configuration);
builder.Services.AddDns();
builder.Services.AddFastTrack();
builder.Services.AddDelivery();
builder.Services.AddHealth();
#if DEBUG
builder.AddSandbox();
#endif

var app = builder.Build();

app.MapBotFramework();
app.MapHealth();
#if DEBUG
app.MapSandbox();
#endif

app.Run();
