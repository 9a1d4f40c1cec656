using System.Text.Json;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>Carries frames to a device: some never arrive, some arrive twice, and some after later ones.</summary>
internal sealed class UnreliableWire(SimulatedDevice device)
{
    private readonly List<JsonElement> late = [];

    public void Carry(JsonElement frame, Random random)
    {
        switch (random.Next(100))
        {
            case < 10:
                break;
            case < 25:
                device.Receive(frame);
                device.Receive(frame);
                break;
            case < 40:
                late.Add(frame);
                break;
            default:
                device.Receive(frame);
                break;
        }

        if (random.Next(4) == 0)
            DeliverLate();
    }

    public void DeliverLate()
    {
        foreach (var frame in late)
            device.Receive(frame);
        late.Clear();
    }
}
