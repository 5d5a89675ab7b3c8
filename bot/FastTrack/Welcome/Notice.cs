using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Welcome;

/// <summary>A few words in a card, where there is nothing to fill in or to choose.</summary>
public sealed class Notice(CardLibrary cards)
{
    public void Show(TurnContext turn, string title, string text, params IReadOnlyList<Fact> facts) => turn.Reply(Fill(title, text, facts), title);

    public RawJson Fill(string title, string text, params IReadOnlyList<Fact> facts) =>
        new(cards["Platform/Notice"].Fill(new NoticeCardModel(Words.Language, title, text, facts), WelcomeJson.Default.NoticeCardModel));
}
