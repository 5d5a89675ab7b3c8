using System.Net;
using System.Text;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Review;

/// <summary>The success review as a page to print or to forward. It needs nothing from elsewhere, and runs nothing.</summary>
internal sealed class ReviewFile(TimeProvider clock) : FileKind("adoption-review")
{
    public override string Describe(Engagement engagement) => Text.File_Description.With(engagement.Organisation);

    public override async ValueTask<NamedFile> BuildAsync(DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var view = await ReviewView.ReadAsync(documents, tenantId, engagement, cancellationToken)
            ?? new ReviewView(engagement.Organisation, Text.NotBegun.With(engagement.Owner.Name), []);
        return new NamedFile(FileName(Text.ReviewTitle, engagement, today, "html"), Encoding.UTF8.GetBytes(Page(view, today)));
    }

    private static string Page(ReviewView view, DateOnly today)
    {
        var body = new StringBuilder();
        body.Append("<h1>").Append(Encoded(view.Organisation)).Append(": ").Append(Encoded(Text.ReviewTitle)).Append("</h1>");
        body.Append("<p><b>").Append(Encoded(view.State)).Append("</b><br>").Append(Encoded(Days.Iso(today))).Append("</p>");
        foreach (var section in view.Sections.Where(section => section.Lines.Count > 0))
        {
            body.Append("<h2>").Append(Encoded(section.Title)).Append("</h2><ul>");
            foreach (var line in section.Lines) body.Append("<li>").Append(Encoded(line)).Append("</li>");
            body.Append("</ul>");
        }

        return $"<!DOCTYPE html><html lang=\"{Words.Language}\"><head><meta charset=\"utf-8\"><title>{Encoded(view.Organisation)}</title></head><body>{body}</body></html>";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
