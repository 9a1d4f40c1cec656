using System.Diagnostics;

namespace HotGigs.Application.Common;

/// <summary>Where the spans of this product come from. They hold names and counts only: nothing that is about a person.</summary>
public static class Tracing
{
    /// <summary>The name by which traces are collected.</summary>
    public const string SourceName = "HotGigs";

    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>Marks a span as failed, with what kind of error it was; never its message, which may repeat what was sent.</summary>
    public static void SetFailed(this Activity activity, Exception error)
    {
        activity.SetTag("error.type", error.GetType().FullName);
        activity.SetStatus(ActivityStatusCode.Error);
    }
}
