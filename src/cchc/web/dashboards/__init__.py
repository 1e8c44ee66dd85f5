"""The state of the reform on one page, for leaders, coordinators, units and the province."""
