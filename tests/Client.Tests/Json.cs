namespace HotGigs.Client.Tests;

/// <summary>Frames as a server writes them.</summary>
internal static class Json
{
    public static string Notification(long seq) =>
        $$"""{"type":"notification","notification_type":"candidate_added","data":{"notification_id":"{{Id(seq)}}","notification_type":"candidate_added","title":"New Candidate Added","message":"Number {{seq}}","action_url":"/candidates/1","candidate_name":"Jane Doe"},"timestamp":"2026-03-01T12:00:00.000Z","seq":{{seq}},"unread_count":{{seq}},"channels":["in_app"]}""";

    /// <summary>The fields of a page with one whole notification for each change from one position to another.</summary>
    public static string Page(long since, long upTo, bool more = false, string epoch = "e1")
    {
        var notifications = Enumerable.Range((int)since + 1, (int)Math.Max(0, upTo - since)).Select(seq =>
            $$"""{"id":"{{Id(seq)}}","type":"candidate_added","title":"New Candidate Added","message":"Number {{seq}}","action_url":null,"data":{},"related":{},"actor":null,"is_read":false,"read_at":null,"is_seen":false,"seen_at":null,"is_archived":false,"created_at":"2026-03-01T12:00:00Z","expires_at":null,"seq":{{seq}},"changed_seq":{{seq}},"channels":["in_app"]}""");
        return $$"""
            "type":"sync_result","recovered":true,"epoch":"{{epoch}}","seq":{{upTo}},"notifications":[{{string.Join(',', notifications)}}],"deleted":[],"unread_count":{{upTo}},"more":{{(more ? "true" : "false")}}
            """;
    }

    public static string NotRecovered(string epoch, long seq) =>
        $$"""
        "type":"sync_result","recovered":false,"epoch":"{{epoch}}","seq":{{seq}},"notifications":[],"deleted":[],"unread_count":0,"more":false
        """;

    public static string Error(string code, int? retryAfterMs = null) =>
        $"""
        "type":"error","message":"No.","code":"{code}"{(retryAfterMs is { } delay ? $",\"retry_after_ms\":{delay}" : "")}
        """;

    public static Guid Id(long seq) => new($"00000000-0000-7000-8000-{seq:D12}");
}
