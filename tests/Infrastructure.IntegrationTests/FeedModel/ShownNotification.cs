using System.Text.Json;
using System.Text.Json.Nodes;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>What a device shows of a notification: all that it can know by live frames alone.</summary>
internal sealed record ShownNotification(
    Guid Id,
    string Type,
    string Title,
    string Message,
    string? ActionUrl,
    string Data,
    DateTimeOffset CreatedAt,
    long Seq,
    long ChangedSeq,
    bool IsRead,
    bool IsSeen,
    bool IsArchived)
{
    private static readonly string[] Fixed = ["notification_id", "notification_type", "title", "message", "action_url"];

    public bool CountsAsUnread => !IsRead && !IsArchived;

    public bool CountsAsUnseen => !IsSeen && !IsArchived;

    /// <summary>Reads a whole one, as REST, <c>sync</c> and <c>notification_updated</c> have it.</summary>
    public static ShownNotification Of(JsonElement whole) => new(
        whole.Id("id"),
        whole.Text("type")!,
        whole.Text("title")!,
        whole.Text("message")!,
        whole.Text("action_url"),
        JsonObject.Create(whole.Field("data"))!.ToJsonString(),
        whole.Time("created_at"),
        whole.Number("seq"),
        whole.Number("changed_seq"),
        whole.Flag("is_read"),
        whole.Flag("is_seen"),
        whole.Flag("is_archived"));

    /// <summary>Reads one from the <c>notification</c> frame that announces it.</summary>
    public static ShownNotification OfFrame(JsonElement frame)
    {
        var data = frame.Field("data");
        var payload = JsonObject.Create(data.Clone())!;
        foreach (var name in Fixed)
            payload.Remove(name);
        return new ShownNotification(
            data.Id("notification_id"),
            frame.Text("notification_type")!,
            data.Text("title")!,
            data.Text("message")!,
            data.Text("action_url"),
            payload.ToJsonString(),
            frame.Time("timestamp"),
            frame.Number("seq"),
            frame.Number("seq"),
            IsRead: false,
            IsSeen: false,
            IsArchived: false);
    }
}
