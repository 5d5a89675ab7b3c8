using System.Net;
using System.Text;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>The status report as a page to print or to forward. It needs nothing from elsewhere, and runs nothing.</summary>
internal sealed class ReportFile(TimeProvider clock) : FileKind("report")
{
    public override string Describe(Engagement engagement) => Text.File_Description.With(engagement.Organisation);

    public override async ValueTask<NamedFile> BuildAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var plan = await documents.ReadAsync(RemediationDocument.Kind, tenantId, engagement.Id, cancellationToken);
        var page = Page(ReportView.Of(engagement, ReportRules.Of(engagement, plan, today)), today);
        return new NamedFile(FileName(Text.File_Name, engagement, today, "html"), Encoding.UTF8.GetBytes(page));
    }

    private static string Page(ReportView view, DateOnly today)
    {
        var body = new StringBuilder();
        body.Append("<h1>").Append(Encoded(view.Organisation)).Append("</h1><p><b>").Append(Encoded(view.State)).Append("</b><br>").Append(Encoded(Days.Iso(today))).Append("</p>");
        body.Append("<h2>").Append(Encoded(Text.Progress)).Append("</h2><table>");
        foreach (var line in view.Progress) body.Append("<tr><td>").Append(Encoded(line.Title)).Append("</td><td>").Append(Encoded(line.Value)).Append("</td></tr>");
        body.Append("</table><h2>").Append(Encoded(Text.NextTitle)).Append("</h2><p>").Append(Encoded(view.Next)).Append("</p>");
        if (view.Checkpoint is { } checkpoint) body.Append("<p>").Append(Encoded(checkpoint)).Append("</p>");
        body.Append("<h2>").Append(Encoded(Text.Asks)).Append("</h2><ul>");
        foreach (var ask in view.Asks.DefaultIfEmpty(Text.NoAsks)) body.Append("<li>").Append(Encoded(ask)).Append("</li>");
        return $"<!DOCTYPE html><html lang=\"{Words.Language}\"><head><meta charset=\"utf-8\"><title>{Encoded(view.Organisation)}</title></head><body>{body}</ul></body></html>";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
