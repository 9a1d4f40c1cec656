namespace HotGigs.Application.UnitTests;

/// <summary>Ids that can be told apart in a failure message.</summary>
internal static class Ids
{
    public static readonly Guid Resume = Of(1);
    public static readonly Guid Candidate = Of(2);
    public static readonly Guid Match = Of(3);
    public static readonly Guid Batch = Of(4);
    public static readonly Guid Sync = Of(5);

    public static Guid Of(int number) => Guid.Parse($"01930000-0000-7000-8000-{number:D12}");
}
