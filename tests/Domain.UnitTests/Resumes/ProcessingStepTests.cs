using HotGigs.Domain.Resumes;

namespace HotGigs.Domain.UnitTests.Resumes;

public sealed class ProcessingStepTests
{
    [Fact]
    public void Steps_have_the_percentages_and_labels_of_the_contract() => Assert.Equal(
        [
            (0, "Queued"),
            (10, "Extracting text from document"),
            (20, "Running parser"),
            (60, "Structuring extracted data"),
            (80, "Creating candidate profile"),
            (90, "Matching with jobs"),
            (100, "Completed"),
        ],
        Enum.GetValues<ProcessingStep>().Select(step => (step.Percentage(), step.Label())));

    [Fact]
    public void An_undeclared_step_has_no_label() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ProcessingStep)15).Label());
}
