namespace HotGigs.Domain.Resumes;

/// <summary>The steps of an import, in order. A step's number is the percentage at which it begins.</summary>
public enum ProcessingStep
{
    Queued = 0,
    ExtractingText = 10,
    RunningParser = 20,
    StructuringData = 60,
    CreatingCandidate = 80,
    MatchingJobs = 90,
    Completed = 100,
}

/// <summary>What users see of a step.</summary>
public static class ProcessingSteps
{
    /// <summary>Progress in percent at which the step begins.</summary>
    public static int Percentage(this ProcessingStep step) => (int)step;

    /// <summary>The step's name as shown to users; part of the wire contract.</summary>
    public static string Label(this ProcessingStep step) => step switch
    {
        ProcessingStep.Queued => "Queued",
        ProcessingStep.ExtractingText => "Extracting text from document",
        ProcessingStep.RunningParser => "Running parser",
        ProcessingStep.StructuringData => "Structuring extracted data",
        ProcessingStep.CreatingCandidate => "Creating candidate profile",
        ProcessingStep.MatchingJobs => "Matching with jobs",
        ProcessingStep.Completed => "Completed",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown processing step."),
    };

    /// <summary>The step that another program means: by its label where it is one of ours, otherwise by how far it has come.</summary>
    public static ProcessingStep Nearest(string? label, int percentage) =>
        Enum.GetValues<ProcessingStep>().Cast<ProcessingStep?>()
            .FirstOrDefault(step => string.Equals(step!.Value.Label(), label?.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? Enum.GetValues<ProcessingStep>().Last(step => step == ProcessingStep.Queued || step.Percentage() <= percentage);
}
