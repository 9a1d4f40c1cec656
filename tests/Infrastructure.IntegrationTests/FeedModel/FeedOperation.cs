using CsCheck;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>What may happen to a feed, to the frames about it, or to a device that shows it.</summary>
internal enum FeedOperationKind
{
    Create,
    CreateMany,
    Read,
    Unread,
    SeenUpTo,
    ReadUpTo,
    Archive,
    Unarchive,
    Delete,
    Restore,
    Bulk,
    TimePasses,
    Expire,
    Purge,
    LateFramesArrive,
    Pong,
    Sync,
    ForgetEpoch,
}

/// <summary>One step of a run. <paramref name="Chance"/> decides everything else about it: on which notifications, and what becomes of its frames.</summary>
internal sealed record FeedOperation(FeedOperationKind Kind, int Chance)
{
    private const int MaxSteps = 400;

    /// <summary>How many steps a run has on average, or rather fewer: a search must not be shorter than was asked for.</summary>
    public const int AverageSteps = MaxSteps * 45 / 100;

    /// <summary>Runs of any length, so that a failing one can be made shorter.</summary>
    public static readonly Gen<FeedOperation[]> Runs = Gen
        .Select(
            Gen.Frequency(
                Often(300, FeedOperationKind.Create),
                Often(1, FeedOperationKind.CreateMany),
                Often(80, FeedOperationKind.Read),
                Often(40, FeedOperationKind.Unread),
                Often(30, FeedOperationKind.SeenUpTo),
                Often(20, FeedOperationKind.ReadUpTo),
                Often(80, FeedOperationKind.Archive),
                Often(60, FeedOperationKind.Unarchive),
                Often(80, FeedOperationKind.Delete),
                Often(80, FeedOperationKind.Restore),
                Often(60, FeedOperationKind.Bulk),
                Often(60, FeedOperationKind.TimePasses),
                Often(30, FeedOperationKind.Expire),
                Often(10, FeedOperationKind.Purge),
                Often(40, FeedOperationKind.LateFramesArrive),
                Often(40, FeedOperationKind.Pong),
                Often(30, FeedOperationKind.Sync),
                Often(3, FeedOperationKind.ForgetEpoch)),
            Gen.Int[0, int.MaxValue - 1],
            (kind, chance) => new FeedOperation(kind, chance))
        .Array[1, MaxSteps];

    public override string ToString() => $"{Kind} {Chance}";

    private static (int Weight, IGen<FeedOperationKind> Kind) Often(int weight, FeedOperationKind kind) => (weight, Gen.Const(kind));
}
