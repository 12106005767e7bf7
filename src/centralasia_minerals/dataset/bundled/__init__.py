"""The bundled datasets: loaded from data files, or from the snapshots in a wheel."""
