using System.Text.Json;
using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Frames about a resume, or a batch of them, on its way through the import.</summary>
internal static class ProgressFrames
{
    public static Frame ResumeProgress(ResumeProgress progress) =>
        Frame.Create("resume_progress", progress, static (json, progress) =>
        {
            json.WriteString("resume_id"u8, progress.ResumeId);
            json.WriteStartObject("data"u8);
            // Again, because existing clients are handed the data alone.
            json.WriteString("resume_id"u8, progress.ResumeId);
            json.WriteString("status"u8, progress.Status.ToWireName());
            json.WriteNumber("progress"u8, progress.Percentage);
            json.WriteString("current_step"u8, progress.CurrentStep);
            json.WriteString("error"u8, progress.Error);
            if (progress.Batch is { } batch)
                WriteBatch(json, progress.ResumeId, batch);
            json.WriteEndObject();
            json.WriteTime("timestamp"u8, progress.At);
        });

    private static void WriteBatch(Utf8JsonWriter json, Guid batchId, BatchCounts counts)
    {
        json.WriteString("batch_id"u8, batchId);
        json.WriteNumber("total_files"u8, counts.Total);
        json.WriteNumber("processed"u8, counts.Processed);
        json.WriteNumber("successful"u8, counts.Successful);
        json.WriteNumber("failed"u8, counts.Failed);
    }
}
