using CsCheck;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

internal enum FuzzKind
{
    Message,
    BrokenMessage,
    Fragments,
    Control,
    BrokenFrame,
    Noise,
    Burst,
    LiveFrames,
    Pause,
    StopReading,
}

internal enum FuzzEnd
{
    Close,
    Abort,
    StopSending,
    ServerCloses,
}

/// <summary>One thing a client does. All that is open in it follows from <paramref name="Chance"/>.</summary>
internal readonly record struct FuzzStep(FuzzKind Kind, int Chance);

/// <summary>The life of one connection.</summary>
internal sealed record FuzzRun(bool TakesBatches, FuzzStep[] Steps, FuzzEnd End)
{
    // What ends a connection at once comes seldom, or nothing would be reached behind it.
    private static readonly Gen<FuzzStep> Step = Gen.Select(
        Gen.Frequency(
            (12, Gen.Const(FuzzKind.Message)), (6, Gen.Const(FuzzKind.BrokenMessage)), (6, Gen.Const(FuzzKind.Fragments)),
            (5, Gen.Const(FuzzKind.Control)), (1, Gen.Const(FuzzKind.BrokenFrame)), (1, Gen.Const(FuzzKind.Noise)),
            (2, Gen.Const(FuzzKind.Burst)), (4, Gen.Const(FuzzKind.LiveFrames)), (2, Gen.Const(FuzzKind.Pause)),
            (1, Gen.Const(FuzzKind.StopReading))),
        Gen.Int,
        (kind, chance) => new FuzzStep(kind, chance));

    public static readonly Gen<FuzzRun> Any = Gen.Select(
        Gen.Bool, Step.Array[0, 25], Gen.Enum<FuzzEnd>(), (batches, steps, end) => new FuzzRun(batches, steps, end));

    public override string ToString() => $"batch {TakesBatches}: {string.Join(", ", Steps.Select(step => $"{step.Kind} {step.Chance}"))}, then {End}";
}
