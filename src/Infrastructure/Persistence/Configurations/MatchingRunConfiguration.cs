using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class MatchingRunConfiguration : IEntityTypeConfiguration<MatchingRun>
{
    public void Configure(EntityTypeBuilder<MatchingRun> builder)
    {
        builder.HasKey(run => run.SubjectId);
        builder.Property(run => run.SubjectId).ValueGeneratedNever();
        builder.Property(run => run.ClaimedBy).IsOpaque(200);
        builder.Property(run => run.Version).IsConcurrencyToken();

        // The queue: what waits or is under way, oldest first.
        builder.HasIndex(run => run.QueuedAt, "IX_MatchingRuns_Queue").HasFilter("[QueuedAt] IS NOT NULL");
    }
}
