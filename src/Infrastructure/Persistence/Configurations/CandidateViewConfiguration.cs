using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class CandidateViewConfiguration : IEntityTypeConfiguration<CandidateView>
{
    public void Configure(EntityTypeBuilder<CandidateView> builder)
    {
        builder.HasKey(view => new { view.CandidateId, view.UserId });
        builder.Property(view => view.UserId).IsOpaque(User.MaxIdLength);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(view => view.CandidateId).OnDelete(DeleteBehavior.Cascade);
    }
}
